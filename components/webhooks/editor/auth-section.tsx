"use client";

import { KeyRound, LockOpen, Ticket, UserRound } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Section } from "#components/ui/section.tsx";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { AuthFields } from "./auth-fields.tsx";
import { editProps } from "./edit-button.ts";
import { edits } from "./form-edits.ts";
import { type AuthType, isMoved, keepsAuth } from "./form-values.ts";
import type { WebhookForm } from "./use-webhook-form.ts";

const cards = [
  {
    value: "none",
    label: "None",
    description: "Signature only (recommended).",
    icon: <LockOpen aria-hidden />,
  },
  {
    value: "apiKey",
    label: "API key",
    description: "A key in a header you name.",
    icon: <KeyRound aria-hidden />,
  },
  {
    value: "basic",
    label: "Basic",
    description: "User name and password.",
    icon: <UserRound aria-hidden />,
  },
  {
    value: "bearer",
    label: "Bearer token",
    description: "A token after “Bearer”.",
    icon: <Ticket aria-hidden />,
  },
] as const satisfies readonly { value: AuthType; [part: string]: unknown }[];

/** By the chosen card itself, so that a choice shows its fields also before any script has loaded. */
const shownFor = {
  none: "hidden",
  apiKey: "hidden group-has-[[value=apiKey]:checked]/auth:grid",
  basic: "hidden group-has-[[value=basic]:checked]/auth:grid",
  bearer: "hidden group-has-[[value=bearer]:checked]/auth:grid",
} as const satisfies Record<AuthType, string>;

/** How requests prove themselves, beside the signature. Stored credentials stay unless they are replaced. */
export function AuthSection({ form }: { form: WebhookForm }) {
  const { auth } = form.values;
  const stored = form.known?.auth;
  const error = form.errorOf("auth.type");
  const isKept = keepsAuth(form.values, form.known);

  function choose(value: string) {
    const card = cards.find((candidate) => candidate.value === value);
    if (card) form.set("auth.type", { auth: { ...auth, type: card.value } });
  }

  return (
    <Section
      layout="split"
      title="Credentials"
      description="Only if the endpoint asks for them. Every request is signed in any case."
    >
      <div className="group/auth grid gap-4">
        <RadioCards
          name="auth.type"
          legend="Credentials"
          isLegendHidden
          cards={cards}
          value={auth.type}
          onValueChange={choose}
        />
        {stored && (
          <div className={shownFor[stored.type]}>
            <StoredAuth
              auth={stored}
              isKept={isKept}
              isMoved={isMoved(form.values, form.known)}
              onEdit={(edit) => form.edit("auth.type", edit)}
            />
          </div>
        )}
        {auth.isReplaced && <input type="hidden" name="auth.isReplaced" value="yes" />}
        {error && <FieldError>{error}</FieldError>}
        {cards.map(
          ({ value: type }) =>
            !(isKept && type === stored?.type) && (
              <div key={type} className={shownFor[type]}>
                <AuthFields form={form} type={type} />
              </div>
            ),
        )}
      </div>
    </Section>
  );
}

interface StoredAuthProps {
  auth: WebhookDto["auth"];
  isKept: boolean;
  /** The address is on another server, so what is stored cannot be kept. */
  isMoved: boolean;
  onEdit: (edit: string) => void;
}

function StoredAuth({ auth, isKept, isMoved, onEdit }: StoredAuthProps) {
  const edit = isKept ? edits.replaceAuth : edits.keepAuth;
  if (isMoved) {
    return (
      <Notice tone="neutral">
        The new address is on another server. What is stored is not sent there: type it again, or choose None.
      </Notice>
    );
  }
  return (
    <Notice
      tone="neutral"
      action={
        <Button size="sm" {...editProps(edit, () => onEdit(edit))}>
          {isKept ? "Replace" : "Keep what is stored"}
        </Button>
      }
    >
      {isKept ? `${storedWords(auth)} It stays as it is.` : "What you type replaces what is stored."}
    </Notice>
  );
}

function storedWords(auth: WebhookDto["auth"]): string {
  switch (auth.type) {
    case "none":
      return "Nothing is stored.";
    case "apiKey":
      return `A key for the header ${auth.header} is stored.`;
    case "basic":
      return `A password for the user ${auth.username} is stored.`;
    case "bearer":
      return "A token is stored.";
  }
}
