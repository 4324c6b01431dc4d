import { Card } from "#components/ui/card.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";

/** Category, documentation and the version of the app's API that is spoken. */
export function DeveloperFacts({ app }: { app: CatalogueDetailDto }) {
  const { host } = new URL(app.docsUrl);
  return (
    <Card>
      <KeyValueList
        items={[
          { key: "Category", value: app.category.label },
          {
            key: "For developers",
            value: (
              <TextLink href={app.docsUrl} target="_blank" rel="noreferrer">
                Documentation at {host.replace(/^www\./, "")}
              </TextLink>
            ),
          },
          ...(app.api === null ? [] : [{ key: "Version of its API", value: apiText(app.api) }]),
        ]}
      />
    </Card>
  );
}

function apiText({ version, endsOn }: NonNullable<CatalogueDetailDto["api"]>): string {
  if (endsOn === null) return version;
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    Date.parse(endsOn),
  );
  return `${version}, served until ${day}`;
}
