// npm run rules:page: writes docs/rules.md out of the rules of the gate.
import { rulesPage } from '../src/check/report/rules.js';
import { writeWhole } from '../src/cli/files.js';

await writeWhole('docs', 'rules.md', rulesPage());
