"use client";

import { Check } from "lucide-react";
import { useState, useTransition } from "react";
import { giveAnswer } from "#app/consent/[id]/actions.ts";
import { leaveFor } from "#components/auth/leave-for.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ConsentDto } from "#lib/sandbox/consent/schema.ts";
import { AccountChoice, firstChoice } from "./account-choice.tsx";

type Answer = "allow" | "deny";

/** What Patchbay asks for at an app, and the answer. */
export function ConsentForm({ consent, merchantName }: { consent: ConsentDto; merchantName: string }) {
  const [account, setAccount] = useState(firstChoice(consent.accounts));
  const [failure, setFailure] = useState<string>();
  const [given, setGiven] = useState<Answer>();
  const [isPending, startTransition] = useTransition();
  const isNamed = consent.namedAccount !== null;

  function answer(choice: Answer) {
    if (isPending) return;
    setFailure(undefined);
    setGiven(choice);
    startTransition(async () => {
      const chosen = choice === "allow" && !isNamed ? { account } : {};
      const result = await giveAnswer({ id: consent.id, answer: choice, ...chosen }).catch(() => null);
      if (result === null) setFailure("Patchbay cannot be reached. Check the connection and try again.");
      else if (result.ok) await leaveFor(result.data.url);
      else setFailure(result.message);
    });
  }

  return (
    <>
      <div className="grid gap-1.5">
        <h1 className="text-balance font-semibold text-2xl">
          Allow Patchbay into your {consent.provider.name} account?
        </h1>
        <p className="text-muted">You are signed in as {merchantName}.</p>
      </div>
      <AccountChoice consent={consent} value={account} onChange={setAccount} />
      <section aria-labelledby="permissions" className="grid gap-2">
        <h2 id="permissions" className="font-medium">
          Patchbay will be able to
        </h2>
        <ul className="grid divide-y divide-line rounded-control border border-line">
          {consent.scopes.map((scope) => (
            <li key={scope.id} className="flex items-start gap-2.5 px-3.5 py-2.5">
              <Check aria-hidden className="mt-0.75 size-4 shrink-0 text-success" />
              <span className="grid min-w-0 gap-0.5">
                <span>{scope.title}</span>
                <code className="font-mono text-subtle text-xs [overflow-wrap:anywhere]">{scope.id}</code>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {failure && (
        <div role="alert">
          <Notice tone="danger" title="Nothing was allowed">
            {failure}
          </Notice>
        </div>
      )}
      <div className="grid gap-2.5 sm:grid-cols-2">
        <Button size="lg" isPending={isPending && given === "deny"} onClick={() => answer("deny")}>
          Deny
        </Button>
        <Button
          size="lg"
          variant="primary"
          className="max-sm:-order-1"
          isPending={isPending && given === "allow"}
          onClick={() => answer("allow")}
        >
          Allow
        </Button>
      </div>
    </>
  );
}
