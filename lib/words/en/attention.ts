import type { AttentionParams } from "#lib/failures/attention-messages.ts";

/** Orders that need attention, and the second way that was taken for them. */
export const attentionWords: Record<keyof AttentionParams, string> = {
  publish_same_way: "is the same way as the step itself: when that fails, this is likely to fail as well",
  loop_possible:
    "may come back: what it makes in {app} may reach Patchbay as “{event}” and start automations of yours again. Where it can, let the sender name the run in “cause”, or add a condition that leaves such events out.",
  attention_open: "“{step}” was not done within {span}. Take care of it, then confirm it.",
  attention_late:
    "“{step}” was done, but not within {span}. See whether anything is left to do, then confirm it.",
  second_way_done: "The fallback worked: {app} has done it.",
  second_way_mailed: "The owners and admins were told by email.",
  second_way_paused: "The automation is paused or switched off, so the fallback was not tried.",
  second_way_unsure: "It was begun, and it is not known whether the app has done it. Look in the app.",
  second_way_unneeded: "The fallback was not needed.",
  second_way_failed: `The fallback has failed and is tried again: {said}{isMailed, select,
    true { The owners and admins were told by email.} other {}}`,
  second_way_broke: "Patchbay had a problem on its side, which is in its log.",
  second_way_given_up: `The fallback has failed: {said}{isMailed, select,
    true { The owners and admins were told by email.} other {}}`,
};
