/** More of a label than this is never looked at: it would be cut in any case. UTF-16 units. */
const MOST = 2000;

/** Characters that show nothing and change what stands around them: controls, overrides and isolates of direction, tags, what XML 1.0 does not take. Joiners and marks of direction stay. */
const HIDDEN = /[\u00ad\u061c\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e0fff}]|(?!\s)\p{Cc}/gu;
/** Marks on one letter; more of them would grow over the lines above and below. */
const MARKS = /(\p{M}{4})\p{M}+/gu;

/** A label in one line, without what could do anything else than be read. May be ''. */
export const clean = (text: string): string => text.slice(0, MOST).toWellFormed().replace(HIDDEN, '').replace(MARKS, '$1').replace(/[\s\u0085]+/g, ' ').trim();
