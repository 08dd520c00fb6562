import { setFlagsFromString } from 'node:v8';

/**
 * How V8 keeps house where articles stream through: what is in use hardly grows, and room for twice as much again would only be filled with garbage.
 * Young memory stays as small as it begins: an article is read and gone long before it is full, so that a larger one is only more to keep in the processor's caches.
 * Nor is anything made in old memory because others of its kind came to stay: of the readings of words, those of the remembered forms stay, and all others are gone with
 * their article; V8, which decides by the place in the code where a thing is made, would fill old memory with them. Called before anything is read.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--no-allocation-site-pretenuring');
}
