export type Tone = "success" | "warning" | "danger" | "info" | "neutral" | "progress";

/** Text, ground and frame for a piece of interface that carries a status. */
export const toneSurface = {
  success: "border-success-line bg-success-soft text-success",
  warning: "border-warning-line bg-warning-soft text-warning",
  danger: "border-danger-line bg-danger-soft text-danger",
  info: "border-info-line bg-info-soft text-info",
  neutral: "border-neutral-line bg-neutral-soft text-neutral",
  progress: "border-progress-line bg-progress-soft text-progress",
} as const satisfies Record<Tone, string>;

export const toneText = {
  success: "text-success",
  warning: "text-warning",
  danger: "text-danger",
  info: "text-info",
  neutral: "text-neutral",
  progress: "text-progress",
} as const satisfies Record<Tone, string>;
