import { ButtonLink } from "#components/ui/button-link.tsx";
import { cn } from "#components/ui/cn.ts";
import { toneSurface } from "#components/ui/tone.ts";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import { overview as t } from "#lib/words/en/screens/overview.ts";
import type { Health } from "./health.ts";

/** The answer to "is everything all right today?", before anything else. */
export function HealthLine({ tone, title, meaning, action }: Health) {
  return (
    <section
      aria-label={t("health_line_health")}
      className={cn("flex flex-wrap gap-3.5 rounded-card border p-card", toneSurface[tone])}
    >
      <ToneIcon tone={tone} className="mt-0.5 size-6" />
      <div role="status" className="grid min-w-0 flex-1 basis-56 content-start gap-0.5">
        <p className="font-semibold text-xl">{title}</p>
        <p className="max-w-prose text-ink">{meaning}</p>
      </div>
      {action && (
        <ButtonLink href={action.href} className="shrink-0 self-center max-sm:w-full">
          {action.label}
        </ButtonLink>
      )}
    </section>
  );
}
