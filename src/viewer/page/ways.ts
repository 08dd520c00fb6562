import { NO_FILTER } from '../model/filter.js';
import { around, pathBetween } from '../model/reading.js';
import { voice, type Page } from './page.js';

/** Entities of surroundings that are shown at most, the nearest first. */
const MOST = 150;

/** Shows what is at most so many steps from an entity. */
export function surroundings(page: Page, entity: number, steps: number): void {
  const v = voice(page);
  page.store.set({ filter: { ...NO_FILTER, among: around(page.reading, entity, steps).slice(0, MOST) }, notice: v.say('aroundName', v.entity(entity)) });
}

/** Asks for the other end of a way from an entity: the next one that is chosen. */
export function wayFrom(page: Page, entity: number): void {
  page.store.set({ way: entity, notice: voice(page).say('pathHint') });
}

/** Shows the shortest way to an entity, where one was asked for. */
export function wayTo(page: Page, to: number): void {
  const { way } = page.store.get();
  if (way === undefined || way === to) return;
  const v = voice(page), path = pathBetween(page.reading, way, to);
  page.store.set(path ? { way: undefined, filter: { ...NO_FILTER, among: path, way: true }, notice: v.say('path', v.entity(way), v.entity(to)) } : { way: undefined, notice: v.say('noPath') });
}
