import { hrefWith } from "#components/listing/search-params.ts";
import { Stat } from "#components/ui/stat.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { type MerchantPage, type RevenueScope, standings } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { standingSentences, standingWords, weeksSentence } from "./revenue-words.ts";

/** How many merchants are active, at risk, stopped, and when one counts as what. */
export function StandingCards({ counts, scope }: { counts: MerchantPage["counts"]; scope: RevenueScope }) {
  return (
    <section aria-labelledby="standing" className="grid gap-3">
      <h2 id="standing" className="font-semibold text-lg">
        {t("standing_cards_merchants")}
      </h2>
      <div className="grid gap-px overflow-hidden rounded-card border border-line bg-line shadow-card md:grid-cols-3">
        {standings.map((standing) => {
          const count = counts[standing].toLocaleString(readerIntlLocale());
          const href = hrefWith("/operator/merchants", { ...scope, standing });
          return (
            <Stat
              key={standing}
              label={standingWords()[standing].title}
              value={
                <TextLink
                  href={href}
                  aria-label={t("standing_cards_see_which", { standing, count: counts[standing] })}
                >
                  {count}
                </TextLink>
              }
              note={standingSentences()[standing]}
            />
          );
        })}
      </div>
      <p className="text-muted text-sm">{weeksSentence()}</p>
    </section>
  );
}
