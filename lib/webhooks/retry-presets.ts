const minute = 60;
const hour = 60 * minute;

/** 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h: eight attempts over about 28 hours. */
export const defaultRetryScheduleSeconds: readonly number[] = [
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  10 * hour,
];

export const maxRetries = 20;
export const maxRetryDelaySeconds = 48 * hour;

/** Schedules that a person can choose by name. */
export const retryPresets = [
  { id: "standard", label: "Standard", schedule: defaultRetryScheduleSeconds },
  { id: "exponential3", label: "3 attempts, growing waits", schedule: [10, 100] },
  { id: "none", label: "One attempt, no retries", schedule: [] },
] as const;
