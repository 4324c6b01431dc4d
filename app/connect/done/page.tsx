import { notFound } from "next/navigation";
import { ConnectDone } from "#components/integrations/connect/connect-done.tsx";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { titled } from "#lib/auth/titled.ts";
import { connectPages as t } from "#lib/words/en/screens/connect-pages.ts";

export const generateMetadata = titled(() => ({ title: t("done_title") }));

const outcomeNames = ["connected", "connect_error", "other_account"] as const;

/** Where the popup of a connection ends; without a session, since it says nothing but where to go on. */
export default async function ConnectDonePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const provider = readParam(params, "provider", 100);
  if (!provider || !/^[a-z0-9-]+$/.test(provider)) notFound();
  const search = new URLSearchParams();
  for (const name of outcomeNames) {
    const value = readParam(params, name);
    if (value !== undefined) search.set(name, value);
  }
  const isConnected = search.has("connected");
  return (
    <AuthFrame
      title={isConnected ? t("connect_done_page_title") : t("connect_done_page_back_patchbay")}
      description={
        isConnected ? t("connect_done_page_description") : t("connect_done_page_page_that_you_came")
      }
    >
      <ConnectDone outcome={{ provider, search: search.toString() }} />
    </AuthFrame>
  );
}
