type None = Record<never, never>;

/** What is said of a step that had to reach someone, and of its second way. */
export type AttentionParams = {
  /** Warnings of a draft: its second way is the first one; what it makes may start it again. */
  publish_same_way: None;
  loop_possible: { app: string; event: string };
  attention_open: { step: string; seconds: number };
  attention_late: { step: string; seconds: number };
  second_way_done: { app: string };
  second_way_mailed: None;
  second_way_paused: None;
  second_way_unneeded: None;
  /** It was begun, cannot be repeated, and nobody has written down how it ended. */
  second_way_unsure: None;
  /** It is tried again. @param isMailed people were told by email meanwhile */
  second_way_failed: { said: string; tries: number; isMailed: boolean };
  /** Something of ours broke. */
  second_way_broke: None;
  /** @param isMailed people were told by email in its place */
  second_way_given_up: { said: string; tries: number; isMailed: boolean };
};
