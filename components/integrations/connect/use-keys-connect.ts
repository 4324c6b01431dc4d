"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { connectTypedKeys } from "#app/(dashboard)/marketplace/actions.ts";
import type { SchemaFormState } from "#components/schema-form/use-schema-form.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { outcomeHref } from "./connect-channel.ts";

interface KeysConnectOptions {
  form: SchemaFormState;
  provider: string;
  environment: IntegrationDto["environment"];
  integrationId: string | undefined;
}

/** Sends typed keys. `otherAccount` is a sentence where they open another account than before, which must be meant. */
export function useKeysConnect({ form, provider, environment, integrationId }: KeysConnectOptions) {
  const router = useRouter();
  const [otherAccount, setOtherAccount] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function send({ isOtherAccountFine }: { isOtherAccountFine: boolean }) {
    const credentials = form.read();
    if (!credentials) return;
    setOtherAccount(null);
    startTransition(async () => {
      const again = integrationId === undefined ? { environment } : { integrationId, isOtherAccountFine };
      const result = await connectTypedKeys({ provider, credentials, ...again }).catch(() => null);
      if (result === null) {
        form.show([], "Patchbay cannot be reached. What you typed is still here: try again.");
      } else if (result.ok) {
        router.push(outcomeHref({ provider, search: `connected=${result.data.id}` }));
        router.refresh();
      } else if (result.code === "other_account") {
        setOtherAccount(result.message);
      } else {
        form.show(result.fieldErrors, result.message);
      }
    });
  }

  return { send, otherAccount, isPending };
}
