/** Formats are kept: to make one takes some 100 µs, to use it 1. */
const most = 1_000;

/** The same as `new Intl.NumberFormat`, made once for each locale and options. @throws {RangeError} for a locale or an option that Intl does not know */
export const numberFormat = keep(
  (locale: string, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** The same as `new Intl.DateTimeFormat`, made once. @throws {RangeError} as Intl does, also for a time zone */
export const dateTimeFormat = keep(
  (locale: string, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** The same as `new Intl.ListFormat`, made once. */
export const listFormat = keep(
  (locale: string, options?: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);

/** The same as `new Intl.PluralRules`, made once. */
export const pluralRules = keep(
  (locale: string, options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
);

function keep<Options, Format>(make: (locale: string, options?: Options) => Format) {
  const made = new Map<string, Format>();
  return (locale: string, options?: Options): Format => {
    const key = options === undefined ? locale : `${locale} ${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    // Time zones and currencies are many, but not without end: whoever names more begins anew.
    if (made.size >= most) made.clear();
    const format = make(locale, options);
    made.set(key, format);
    return format;
  };
}
