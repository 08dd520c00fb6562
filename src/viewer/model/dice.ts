/** Numbers from 0 to 1 that are always the same for one seed (a linear congruence; Numerical Recipes). */
export function dice(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
