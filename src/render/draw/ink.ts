import type { Reading } from '../../viewer/model/reading.js';
import type { Palette } from '../palette.js';
import type { Shaper } from '../text/shape.js';
import type { Voices } from '../voice.js';

/** What everything that draws is given. */
export interface Ink {
  readonly reading: Reading;
  readonly shaper: Shaper;
  readonly palette: Palette;
  readonly voice: Voices;
}
