/** What something adds to a request, in as many measures as there are limits. */
export type Weights = readonly number[];

/** Groups things in their order, as many as stay within every limit; one that alone is beyond one goes alone. */
export async function* grouped<T>(items: AsyncIterable<T> | Iterable<T>, weigh: (item: T) => Weights, most: Weights): AsyncGenerator<T[]> {
  let held: T[] = [], sums = most.map(() => 0);
  for await (const item of items) {
    const weights = weigh(item);
    if (held.length > 0 && most.some((limit, i) => (sums[i] as number) + (weights[i] as number) > limit)) {
      yield held;
      held = [];
      sums = most.map(() => 0);
    }
    held.push(item);
    sums = sums.map((sum, i) => sum + (weights[i] as number));
  }
  if (held.length > 0) yield held;
}

/** Octets of IRIs that a query may ask about at once: servlet containers take no form of more than 200,000. */
export const NAMES = 60_000;

/** Octets of an IRI in a form. */
export const nameLength = (iri: string): number => encodeURIComponent(iri).length;
