"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, useTransition } from "react";
import { ui as t } from "#lib/words/en/screens/ui.ts";
import { CopyIcon } from "./copy-button.tsx";
import { IconButton } from "./icon-button.tsx";
import { Spinner } from "./spinner.tsx";
import { useCopy } from "./use-copy.ts";

/** A secret, or a sentence saying why it could not be read. */
export type SecretAnswer = { secret: string } | { error: string };

interface SecretFieldProps {
  /** What it is, such as "signing secret". */
  label: string;
  /** The secret, where the page already holds it. */
  value?: string;
  /** Fetches it when first revealed or copied, so that it is not in the page before: a server action. */
  load?: () => Promise<SecretAnswer>;
  /** What to show while masked, such as the prefix. */
  prefix?: string;
}

/** A secret: masked, revealed on request, copied without being revealed. */
export function SecretField({ label, value, load, prefix = "" }: SecretFieldProps) {
  const [secret, setSecret] = useState(value);
  const [isRevealed, setIsRevealed] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [isPending, startTransition] = useTransition();
  const { state, copy } = useCopy();

  function withSecret(use: (secret: string) => void | Promise<void>) {
    startTransition(async () => {
      const answer = secret === undefined ? await askFor(load) : { secret };
      if ("error" in answer) return setFailure(answer.error);
      setFailure(undefined);
      setSecret(answer.secret);
      await use(answer.secret);
    });
  }

  return (
    <div className="grid gap-1.5">
      <div className="flex min-h-9 items-center gap-1 rounded-control border border-line-strong bg-sunken py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 font-mono text-sm [overflow-wrap:anywhere]">
          {isRevealed && secret !== undefined ? (
            secret
          ) : (
            <>
              <span aria-hidden>{`${prefix}${"•".repeat(20)}`}</span>
              <span className="sr-only">{t("secret_field_label_hidden", { label })}</span>
            </>
          )}
        </code>
        {isPending && <Spinner className="mx-1 text-muted" />}
        <IconButton
          size="sm"
          label={
            isRevealed ? t("secret_field_hide_label", { label }) : t("secret_field_reveal_label", { label })
          }
          icon={isRevealed ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          onClick={() => (isRevealed ? setIsRevealed(false) : withSecret(() => setIsRevealed(true)))}
        />
        <IconButton
          size="sm"
          label={t("secret_field_copy_label", { label })}
          icon={<CopyIcon state={state} />}
          onClick={() => withSecret(copy)}
        />
      </div>
      <span role="status" className="sr-only">
        {state === "copied" ? t("secret_field_copied") : ""}
      </span>
      {(failure !== undefined || state === "failed") && (
        <p role="alert" className="text-danger text-sm">
          {failure ?? t("secret_field_this_browser_did_not")}
        </p>
      )}
    </div>
  );
}

/** Runs `load`; a broken connection becomes a sentence too, since a secret is no reason to lose the page. */
async function askFor(load: SecretFieldProps["load"]): Promise<SecretAnswer> {
  if (!load) return { error: t("ask_for_there_nothing_show_here") };
  return load().catch(() => ({
    error: t("ask_for_patchbay_could_not_reached"),
  }));
}
