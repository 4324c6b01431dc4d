"use client";

import { Search, X } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef, useTransition } from "react";
import { hrefWith } from "#components/listing/search-params.ts";
import { ui as t } from "#lib/words/en/screens/ui.ts";
import { ButtonLink } from "./button-link.tsx";
import { cn } from "./cn.ts";
import { controlStyles } from "./control-styles.ts";
import { filterQuery } from "./filter-query.ts";
import { Kbd } from "./kbd.tsx";
import { Spinner } from "./spinner.tsx";

interface FilterBarProps {
  /** What the search looks through, such as "Search by id, order or URL". */
  searchLabel: string;
  /** Name of the search in the URL. */
  searchName?: string;
  /** What the address says beside search and filters, by name: Clear keeps it. */
  kept?: Readonly<Record<string, string>>;
  /** `FilterSelect`s and other named controls. */
  children?: ReactNode;
}

const TYPING_PAUSE_MS = 350;

/** Search and filters of a list, kept in the URL. `/` moves to the search; without scripts it is a GET form. */
export function FilterBar({ searchLabel, searchName = "q", kept = {}, children }: FilterBarProps) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    showParams(form.current, params);
  }, [params]);
  useEffect(() => () => clearTimeout(typing.current), []);

  function apply(query: string) {
    clearTimeout(typing.current);
    startTransition(() => router.replace(`${pathname}${query}`, { scroll: false }));
  }

  const isFiltered = [...params.keys()].some((name) => name !== "cursor" && !Object.hasOwn(kept, name));
  return (
    <search>
      <form
        ref={form}
        method="get"
        action={pathname}
        aria-busy={isPending}
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          apply(filterQuery(new FormData(event.currentTarget)));
        }}
        onChange={(event) => {
          const isTyping = event.target instanceof HTMLInputElement && event.target.type === "search";
          clearTimeout(typing.current);
          typing.current = setTimeout(() => form.current?.requestSubmit(), isTyping ? TYPING_PAUSE_MS : 0);
        }}
      >
        <div className="group relative min-w-56 flex-1 max-sm:basis-full">
          <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-subtle">
            {isPending ? <Spinner /> : <Search aria-hidden className="size-4" />}
          </span>
          <input
            type="search"
            name={searchName}
            aria-label={searchLabel}
            placeholder={searchLabel}
            defaultValue={params.get(searchName) ?? ""}
            autoComplete="off"
            spellCheck={false}
            data-list-search
            className={cn(
              controlStyles,
              "h-9 pr-9 pl-9 max-md:h-11 [&::-webkit-search-cancel-button]:hidden",
            )}
          />
          <span className="pointer-events-none absolute inset-y-0 right-2.5 grid place-items-center group-focus-within:hidden max-md:hidden">
            <Kbd>/</Kbd>
          </span>
        </div>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} defaultValue={value} />
        ))}
        {children}
        {isFiltered && (
          <ButtonLink
            href={hrefWith(pathname, kept)}
            replace
            scroll={false}
            variant="ghost"
            icon={<X aria-hidden />}
            onClick={() => clearTimeout(typing.current)}
          >
            {t("filter_bar_clear")}
          </ButtonLink>
        )}
      </form>
    </search>
  );
}

/** Makes the controls say what the URL says, after Clear or the browser's back button; never while in use. */
function showParams(form: HTMLFormElement | null, params: URLSearchParams) {
  for (const control of form?.elements ?? []) {
    if (control === document.activeElement) continue;
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      control.value = params.get(control.name) ?? "";
    }
  }
}
