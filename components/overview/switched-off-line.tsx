import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Overview } from "#lib/deliveries/overview-schema.ts";
import { switchedOffHref, switchedOffText } from "./health.ts";

/** That some webhooks are off by someone's own doing: no alarm, but not to be forgotten. */
export function SwitchedOffLine({ overview }: { overview: Overview }) {
  const text = switchedOffText(overview);
  if (text === null) return null;
  return (
    <Notice tone="neutral" action={<TextLink href={switchedOffHref}>See which</TextLink>}>
      {text}
    </Notice>
  );
}
