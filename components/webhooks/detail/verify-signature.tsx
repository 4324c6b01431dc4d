import { CodeBlock } from "#components/ui/code-block.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { webhooksDetail as t } from "#lib/words/en/screens/webhooks-detail.ts";
import { secretVariable, verifySnippets } from "../verify-snippets.ts";

/** Receivers that check the signature, to copy. */
export function VerifySignature() {
  return (
    <Section
      title={t("verify_signature_title")}
      description={t.rich("verify_signature_engineer_other_end_each", {
        secretVariable: <code className="font-mono text-sm">{secretVariable}</code>,
      })}
    >
      <Tabs
        label={t("verify_signature_label")}
        tabs={verifySnippets.map(({ id, label, code }) => ({
          value: id,
          label,
          content: <CodeBlock label={t("verify_signature_receiver_label", { label })} code={code} />,
        }))}
      />
    </Section>
  );
}
