import { Copyable } from "#components/ui/copyable.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { CatalogueConnectDto } from "#lib/marketplace/schema.ts";
import { settingNamesOf } from "./environment.ts";

interface OperatorNoteProps {
  provider: string;
  name: string;
  connect: Pick<CatalogueConnectDto, "isSandboxOn" | "redirectUri">;
}

/** Why the real app cannot be connected here, and, folded away, what whoever runs Patchbay does about it. */
export function OperatorNote({ provider, name, connect: { isSandboxOn, redirectUri } }: OperatorNoteProps) {
  return (
    <Notice
      tone={isSandboxOn ? "info" : "warning"}
      title={isSandboxOn ? "Only the sandbox can be used here" : `${name} cannot be connected here yet`}
    >
      <p>
        Your administrator has not set up {name} yet.
        {isSandboxOn && " Until then you can try everything out with a demo account."}
      </p>
      <details className="mt-1.5">
        <summary className="min-h-6 w-fit rounded-tag text-sm hover:underline">
          For your administrator
        </summary>
        <div className="mt-1.5 grid gap-2 text-sm">
          <p>Make an app at {name}, and set its id and secret in the environment:</p>
          <ul className="grid gap-0.5">
            {settingNamesOf(provider).map((setting) => (
              <li key={setting}>
                <Copyable text={setting} label={setting} />
              </li>
            ))}
          </ul>
          {redirectUri !== null && (
            <>
              <p>Register this redirect address with the app, exactly:</p>
              <Copyable text={redirectUri} label="redirect address" />
            </>
          )}
        </div>
      </details>
    </Notice>
  );
}
