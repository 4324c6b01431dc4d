import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConnectDone } from "#components/integrations/connect/connect-done.tsx";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AuthFrame } from "#components/shell/auth-frame.tsx";

export const metadata: Metadata = { title: "Connection" };

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
      title={isConnected ? "Connected" : "Back to Patchbay"}
      description={isConnected ? "The app is connected." : "The page that you came from has the rest."}
    >
      <ConnectDone outcome={{ provider, search: search.toString() }} />
    </AuthFrame>
  );
}
