import java.io.File;
import java.util.Arrays;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;

/** Says of every Turtle file of a directory whether HermiT finds it consistent: "NAME true", "NAME false", or "NAME - WHY NOT" for what is not in OWL 2 DL. */
class Consistent {
  public static void main(String[] args) {
    File[] files = new File(args[0]).listFiles((dir, name) -> name.endsWith(".ttl"));
    Arrays.sort(files);
    for (File file : files) System.out.println(file.getName().replace(".ttl", "") + " " + verdict(file));
  }

  static String verdict(File file) {
    try {
      OWLOntology ontology = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(file);
      var violations = new OWL2DLProfile().checkOntology(ontology).getViolations();
      if (!violations.isEmpty()) return "- " + violations.get(0).toString().split("\n")[0];
      return String.valueOf(new Reasoner(new Configuration(), ontology).isConsistent());
    } catch (Exception e) {
      return "- " + e.getClass().getSimpleName() + ": " + String.valueOf(e.getMessage()).split("\n")[0];
    }
  }
}
