import { CodeBlock } from "#components/ui/code-block.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { secretVariable, verifySnippets } from "../verify-snippets.ts";

/** Receivers that check the signature, to copy. */
export function VerifySignature() {
  return (
    <Section
      title="Verify the signature"
      description={
        <>
          For the engineer at the other end: each request is signed by the Standard Webhooks rules. Put the
          signing secret into <code className="font-mono text-sm">{secretVariable}</code> and start from one
          of these.
        </>
      }
    >
      <Tabs
        label="Language"
        tabs={verifySnippets.map(({ id, label, code }) => ({
          value: id,
          label,
          content: <CodeBlock label={`Receiver in ${label}`} code={code} />,
        }))}
      />
    </Section>
  );
}
