// The ready-made queries: choosing one puts it into the editor; its parameters are bound by the server, which knows the spellings of names.
import { element } from './results.js';

interface Both { readonly en: string; readonly ckb: string }
interface Parameter { readonly name: string; readonly kind: string; readonly standard?: string; readonly means: Both }
interface ReadyQuery { readonly name: string; readonly title: Both; readonly answers: Both; readonly parameters: readonly Parameter[]; readonly text: string }

export interface Editor { set(text: string): void; run(): void }

export async function readyQueries(form: HTMLFormElement, lang: 'ckb' | 'en', editor: Editor, run: string): Promise<void> {
  const select = form.querySelector('select') as HTMLSelectElement;
  const fields = form.querySelector('#parameters') as HTMLElement, answers = form.querySelector('#answers') as HTMLElement;
  const queries = await fetch('/queries').then((r) => r.json() as Promise<ReadyQuery[]>);
  const chosen = (): ReadyQuery | undefined => queries.find((q) => q.name === select.value);
  const bind = async (): Promise<boolean> => {
    const query = chosen();
    if (!query) return false;
    const given = new URLSearchParams([...fields.querySelectorAll('input')].filter((i) => i.value.trim() !== '').map((i) => [i.name, i.value]));
    if ([...given].length === 0) {
      editor.set(query.text);
      return true;
    }
    const response = await fetch(`/queries/${encodeURIComponent(query.name)}?${given}`);
    const text = await response.text();
    answers.textContent = response.ok ? query.answers[lang] : text;
    answers.classList.toggle('error', !response.ok);
    if (response.ok) editor.set(text);
    return response.ok;
  };
  select.addEventListener('change', () => {
    const query = chosen();
    answers.classList.remove('error');
    answers.textContent = query?.answers[lang] ?? '';
    fields.replaceChildren(...(query?.parameters ?? []).map((p) => {
      const label = element('label', `${p.means[lang]} `);
      label.append(element('input', '', { name: p.name, dir: 'auto', type: p.kind === 'date' ? 'date' : p.kind === 'integer' ? 'number' : 'text', ...(p.standard === undefined ? {} : { placeholder: p.standard.replace(/"([^"]*)".*/, '$1') }) }));
      return label;
    }));
    if (query && query.parameters.length > 0) fields.append(element('button', run, { type: 'submit' }));
    void bind();
  });
  form.addEventListener('submit', (e) => {
    e.preventDefault();
    void bind().then((ok) => ok && editor.run());
  });
}
