import { Card } from "#components/ui/card.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { dateTimeFormat } from "#lib/intl.ts";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { integrationsDetail as t } from "#lib/words/en/screens/integrations-detail.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";

/** Category, documentation and the version of the app's API that is spoken. */
export function DeveloperFacts({ app }: { app: CatalogueDetailDto }) {
  const { host } = new URL(app.docsUrl);
  return (
    <Card>
      <KeyValueList
        items={[
          { key: t("developer_facts_category"), value: app.category.label },
          {
            key: t("developer_facts_developers"),
            value: (
              <TextLink href={app.docsUrl} target="_blank" rel="noreferrer">
                {t("developer_facts_documentation_replace", { replace: host.replace(/^www\./, "") })}
              </TextLink>
            ),
          },
          ...(app.api === null ? [] : [{ key: t("developer_facts_version_api"), value: apiText(app.api) }]),
        ]}
      />
    </Card>
  );
}

function apiText({ version, endsOn }: NonNullable<CatalogueDetailDto["api"]>): string {
  if (endsOn === null) return version;
  const day = dateTimeFormat(readerIntlLocale(), { dateStyle: "long", timeZone: "UTC" }).format(
    Date.parse(endsOn),
  );
  return t("api_text_version_served_until_day", { version, day });
}
