/** One flight goes at once, a second one beside it; what comes meanwhile waits for either to land. */
const mostFlights = 2;

type Gathering<Item, Answer> = {
  /**
   * Does what is asked for each item, and answers in their order. All of it or nothing: when it rejects, none has
   * happened, or all of it may happen again.
   */
  together: (items: readonly Item[]) => Promise<readonly Answer[]>;
  /** So many go together at most. */
  most: number;
};

/**
 * Has calls that are made side by side go to the database as one. Those of one turn of the event loop go together, at
 * once; those that come while others are under way wait for these, and go together then: where little is asked nothing
 * waits, and where much is, few statements are made. When some fail together, each is tried on its own, so that what is
 * wrong with one is told to its caller alone.
 */
export function gather<Item, Answer>({ together, most }: Gathering<Item, Answer>) {
  type Waiting = { item: Item; resolve: (answer: Answer) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let flights = 0;
  let isPlanned = false;

  const takeOff = () => {
    isPlanned = false;
    while (flights < mostFlights && waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      flights += 1;
      void fly(batch).finally(() => {
        flights -= 1;
        takeOff();
      });
    }
  };

  const fly = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await together(batch.map(({ item }) => item));
      if (answers.length !== batch.length) {
        throw new Error(`${batch.length} were asked for together, and ${answers.length} were answered.`);
      }
      for (const [index, answer] of answers.entries()) batch[index]?.resolve(answer);
    } catch (error) {
      const [only, ...others] = batch;
      if (others.length === 0) only?.reject(error);
      else await Promise.all(batch.map((one) => fly([one])));
    }
  };

  return (item: Item): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isPlanned || flights >= mostFlights) return;
      isPlanned = true;
      setImmediate(takeOff);
    });
}
