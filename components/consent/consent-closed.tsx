import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ConsentDto } from "#lib/sandbox/consent/schema.ts";

const words = {
  answered: {
    title: "This was answered already",
    text: "A page like this one counts once. To connect again, start at the app’s page.",
  },
  expired: {
    title: "This page is too old",
    text: "It waits ten minutes for an answer. Nothing was allowed; start again at the app’s page.",
  },
  open: {
    title: "You cannot connect apps here",
    text: "Your role lets you look, not change. Ask the owner of the account to connect the app.",
  },
} as const satisfies Record<ConsentDto["state"], { title: string; text: string }>;

/** What stands where there is nothing to answer; `open` is for who may not answer. */
export function ConsentClosed({ app, state }: { app: ConsentDto["provider"]; state: ConsentDto["state"] }) {
  const { title, text } = words[state];
  return (
    <>
      <h1 className="font-semibold text-2xl">Allow Patchbay into your {app.name} account?</h1>
      <Notice tone="warning" title={title}>
        {text}
      </Notice>
      <ButtonLink href={`/marketplace/${app.id}`} variant="primary" size="lg">
        Back to {app.name} in Patchbay
      </ButtonLink>
    </>
  );
}
