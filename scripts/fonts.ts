// Puts the font of figures into dist/render: Vazirmatn (SIL Open Font License 1.1), whole, in two weights, with its licence.
import { copyFileSync, mkdirSync } from 'node:fs';

const at = (path: string): string => new URL(`../${path}`, import.meta.url).pathname;

mkdirSync(at('dist/render/fonts'), { recursive: true });
for (const weight of ['Regular', 'Bold']) copyFileSync(at(`node_modules/vazirmatn/fonts/ttf/Vazirmatn-${weight}.ttf`), at(`dist/render/fonts/Vazirmatn-${weight}.ttf`));
copyFileSync(at('node_modules/vazirmatn/OFL.txt'), at('dist/render/fonts/OFL.txt'));
