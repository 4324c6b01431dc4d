"use client";

import { ChevronDown, Inbox } from "lucide-react";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, MenuItem } from "#components/ui/dropdown-menu.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Section } from "#components/ui/section.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Status } from "#components/ui/status.tsx";
import { toastFailed } from "#components/ui/toast.tsx";
import { makeInboxForWebhook } from "#components/webhooks/server-actions.ts";
import type { InboxDto } from "#lib/test-inboxes/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import { editProps } from "./edit-button.ts";
import { edits } from "./form-edits.ts";
import { type UrlCheck, useUrlCheck } from "./use-url-check.ts";
import type { WebhookForm } from "./use-webhook-form.ts";

interface UrlVerdictProps {
  check: UrlCheck;
  /** The field itself says already that the address is refused. */
  isRefusalShown: boolean;
}

export type InboxChoice = Pick<InboxDto, "id" | "name" | "url">;

interface EndpointSectionProps {
  form: WebhookForm;
  /** The sandbox's test inboxes; null where there is no sandbox. */
  inboxes: readonly InboxChoice[] | null;
}

/** Where events go, and what the destination is called. */
export function EndpointSection({ form, inboxes }: EndpointSectionProps) {
  const { values } = form;
  const check = useUrlCheck(values.url, form.known?.url);
  const refusal = form.isReviewed("url") ? getRefusal(check) : undefined;
  return (
    <Section
      layout="split"
      title={t("endpoint_section_title")}
      description={t("endpoint_section_description")}
    >
      <div className="grid gap-5">
        <Field
          name="url"
          label={common("url")}
          isRequired
          error={form.findError("url") ?? refusal}
          aside={inboxes && <InboxMenu inboxes={inboxes} onChoose={(url) => form.set("url", { url })} />}
        >
          <Input
            isMono
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://pos.example.com/hooks"
            value={values.url}
            onChange={(event) => form.set("url", { url: event.target.value })}
          />
        </Field>
        <UrlVerdict check={check} isRefusalShown={refusal !== undefined} />
        <Field
          name="description"
          label={t("endpoint_section_label")}
          isOptional
          help={t("endpoint_section_help")}
          error={form.findError("description")}
        >
          <Input
            autoComplete="off"
            value={values.description}
            onChange={(event) => form.set("description", { description: event.target.value })}
          />
        </Field>
      </div>
    </Section>
  );
}

function getRefusal(check: UrlCheck): string | undefined {
  return check.state === "known" && check.verdict.verdict === "refused" ? check.verdict.message : undefined;
}

function InboxMenu(props: { inboxes: readonly InboxChoice[]; onChoose: (url: string) => void }) {
  if (props.inboxes.length === 0) return <NewInbox onMade={props.onChoose} />;
  return (
    <DropdownMenu
      trigger={
        // Before its script has loaded it takes the newest one.
        <Button variant="ghost" size="sm" {...editProps(edits.useInbox, () => undefined)}>
          {t("inbox_menu_use_test_inbox")}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      {props.inboxes.map((inbox) => (
        <MenuItem key={inbox.id} icon={<Inbox aria-hidden />} onSelect={() => props.onChoose(inbox.url)}>
          {inbox.name}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}

/** For a merchant who has none yet: makes one on the spot, so that what was typed stays. */
function NewInbox({ onMade }: { onMade: (url: string) => void }) {
  const [isPending, startTransition] = useTransition();

  function make() {
    startTransition(async () => {
      const result = await makeInboxForWebhook().catch(() => null);
      if (result?.ok) onMade(result.data.url);
      else toastFailed(result?.message ?? t("make_patchbay_cannot_reached_try"));
    });
  }

  return (
    <Button
      variant="ghost"
      size="sm"
      icon={<Inbox aria-hidden />}
      isPending={isPending}
      {...editProps(edits.useInbox, make)}
    >
      {t("new_inbox_use_test_inbox")}
    </Button>
  );
}

/** What the live check says of the address: calmly while it is still being typed. */
function UrlVerdict(props: UrlVerdictProps) {
  return (
    <div role="status" className="-mt-3.5 min-h-5 text-sm">
      <Words {...props} />
    </div>
  );
}

function Words({ check, isRefusalShown }: UrlVerdictProps) {
  switch (check.state) {
    case "idle":
      return (
        <span className="text-muted">
          {check.isSaved ? t("words_address_use") : t("words_public_address_that_starts")}
        </span>
      );
    case "checking":
      return (
        <span className="inline-flex items-center gap-1.5 text-muted">
          <Spinner />
          {t("words_checking_address")}
        </span>
      );
    case "unknown":
      return (
        <Status tone="neutral" className="whitespace-normal">
          {check.message}
        </Status>
      );
    case "known":
      if (check.verdict.verdict === "refused" && isRefusalShown) return null;
      return <KnownVerdict {...check.verdict} />;
  }
}

function KnownVerdict({ verdict, message }: Extract<UrlCheck, { state: "known" }>["verdict"]) {
  switch (verdict) {
    case "ok":
      return (
        <Status tone="success" className="whitespace-normal">
          {message}
        </Status>
      );
    case "unresolved":
      return (
        <Status tone="warning" className="whitespace-normal">
          {t("known_verdict_message_you_can_save", { message })}
        </Status>
      );
    case "refused":
      return (
        <Status tone="neutral" className="whitespace-normal">
          {message}
        </Status>
      );
  }
}
