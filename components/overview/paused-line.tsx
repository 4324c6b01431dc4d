import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Overview } from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";
import { pausedHref, pausedText } from "./health.ts";

/** That some webhooks are paused: no alarm, but not to be forgotten. */
export function PausedLine({ overview }: { overview: Overview }) {
  const text = pausedText(overview);
  if (text === null) return null;
  return (
    <Notice tone="neutral" action={<TextLink href={pausedHref}>{t("paused_line_see_which")}</TextLink>}>
      {text}
    </Notice>
  );
}
