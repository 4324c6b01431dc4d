import { CircleAlert, CircleCheck, CircleDashed, CircleMinus, CircleX, TriangleAlert } from "lucide-react";
import { cn } from "./cn.ts";
import { type Tone, toneText } from "./tone.ts";

const shapes = {
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleX,
  info: CircleAlert,
  neutral: CircleMinus,
  progress: CircleDashed,
} as const satisfies Record<Tone, unknown>;

/** The shape that stands for a tone, in the tone's colour. Decorative: put the word beside it. */
export function ToneIcon({ tone, className }: { tone: Tone; className?: string }) {
  const Shape = shapes[tone];
  return <Shape aria-hidden className={cn("size-4 shrink-0", toneText[tone], className)} strokeWidth={2} />;
}
