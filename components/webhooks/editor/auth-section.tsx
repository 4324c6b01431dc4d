"use client";

import { KeyRound, LockOpen, Ticket, UserRound } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Section } from "#components/ui/section.tsx";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import { AuthFields } from "./auth-fields.tsx";
import { editProps } from "./edit-button.ts";
import { edits } from "./form-edits.ts";
import { type AuthType, isMoved, keepsAuth } from "./form-values.ts";
import type { WebhookForm } from "./use-webhook-form.ts";

const cards = () =>
  [
    {
      value: "none",
      label: t("cards_none"),
      description: t("cards_signature_only_recommended"),
      icon: <LockOpen aria-hidden />,
    },
    {
      value: "apiKey",
      label: t("cards_api_key"),
      description: t("cards_key_header_you_name"),
      icon: <KeyRound aria-hidden />,
    },
    {
      value: "basic",
      label: t("cards_basic"),
      description: t("cards_user_name_password"),
      icon: <UserRound aria-hidden />,
    },
    {
      value: "bearer",
      label: t("cards_bearer_token"),
      description: t("cards_token_after_bearer"),
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
  const error = form.findError("auth.type");
  const isKept = keepsAuth(form.values, form.known);

  function choose(value: string) {
    const card = cards().find((candidate) => candidate.value === value);
    if (card) form.set("auth.type", { auth: { ...auth, type: card.value } });
  }

  return (
    <Section layout="split" title={t("auth_section_title")} description={t("auth_section_description")}>
      <div className="group/auth grid gap-4">
        <RadioCards
          name="auth.type"
          legend={t("auth_section_title")}
          isLegendHidden
          cards={cards()}
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
        {cards().map(
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
    return <Notice tone="neutral">{t("stored_auth_new_address_another_server")}</Notice>;
  }
  return (
    <Notice
      tone="neutral"
      action={
        <Button size="sm" {...editProps(edit, () => onEdit(edit))}>
          {isKept ? t("stored_auth_replace") : t("stored_auth_keep_what_stored")}
        </Button>
      }
    >
      {isKept
        ? t("stored_auth_storedwords_stays_as", { storedWords: storedWords(auth) })
        : t("stored_auth_what_you_type_replaces")}
    </Notice>
  );
}

function storedWords(auth: WebhookDto["auth"]): string {
  switch (auth.type) {
    case "none":
      return t("stored_words_nothing_stored");
    case "apiKey":
      return t("stored_words_key_header_header_stored", { header: auth.header });
    case "basic":
      return t("stored_words_password_user_username_stored", { username: auth.username });
    case "bearer":
      return t("stored_words_token_stored");
  }
}
