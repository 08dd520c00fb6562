import { safeHttpIri } from '../../graph/iris.js';
import { UserError } from '../../model/note.js';

/** The IRI of a licence as it may stand in a description. Throws a `UserError` for what is none. */
export function licenseIri(license: string): string {
  const iri = safeHttpIri(license);
  if (iri === undefined) throw new UserError(`"${license}" is no http(s) IRI`, 'for example https://creativecommons.org/licenses/by/4.0/', '--license');
  return iri;
}
