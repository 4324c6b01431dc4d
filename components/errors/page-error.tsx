"use client";

import { usePathname } from "next/navigation";
import { SegmentError } from "#components/listing/segment-error.tsx";
import { lookUp } from "#lib/look-up.ts";
import { errorPages as t } from "#lib/words/en/screens/error-pages.ts";
import { type BrokenPageProps, BrokenState } from "./broken-state.tsx";

/** What could not be shown, by the first part of the address. */
const titles = (): Record<string, string> => ({
  automations: t("automations_error_title"),
  deliveries: t("deliveries_error_title"),
  events: t("events_error_title"),
  integrations: t("integrations_error_title"),
  marketplace: t("marketplace_error_title"),
  notices: t("notices_error_title"),
  payments: t("payments_error_title"),
  recipes: t("recipes_error_title"),
  sandboxes: t("sandboxes_error_title"),
  "test-inboxes": t("test_inboxes_error_title"),
  webhooks: t("webhooks_error_title"),
});

/** What a page of the dashboard says when it broke: where it reads a list or a thing, that this could not be read. */
export function PageError(props: BrokenPageProps & { reset: () => void }) {
  const [, section = ""] = usePathname().split("/");
  const title = lookUp(titles(), section);
  return title === undefined ? <BrokenState {...props} /> : <SegmentError title={title} {...props} />;
}
