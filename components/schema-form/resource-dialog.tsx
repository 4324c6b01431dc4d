"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ListFilter } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { ResourceItemDto } from "#lib/integrations/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { schemaForm as t } from "#lib/words/en/screens/schema-form.ts";
import type { ResourceSource } from "./form-context.ts";

const TYPING_PAUSE_MS = 300;

interface ResourceDialogProps {
  source: ResourceSource;
  resource: string;
  chosenId: string;
  onChoose: (item: ResourceItemDto) => void;
}

/** What the account holds, to choose one from. */
export function ResourceDialog({ source, resource, chosenId, onChoose }: ResourceDialogProps) {
  const modal = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const title = source.getTitle(resource);
  return (
    <Dialog
      title={title}
      description={t("resource_dialog_description")}
      modal={modal}
      onOpenChange={setIsOpen}
      trigger={
        <Button
          aria-label={t("resource_dialog_choose_from_title", { title })}
          icon={<ListFilter aria-hidden />}
          className="h-9 max-md:h-11"
        >
          {t("resource_dialog_choose")}
        </Button>
      }
    >
      {isOpen && (
        <ResourceList
          source={source}
          resource={resource}
          title={title}
          chosenId={chosenId}
          onChoose={(item) => {
            onChoose(item);
            modal.current?.close();
          }}
        />
      )}
    </Dialog>
  );
}

function ResourceList({ title, chosenId, onChoose, ...of }: ResourceDialogProps & { title: string }) {
  const [search, setSearch] = useState("");
  const list = useResourceItems({ ...of, search });
  return (
    <div className="grid min-w-0 gap-3">
      <Input
        type="search"
        // Of no form: Enter in it must not send the form around the dialog.
        form=""
        aria-label={t("resource_list_search_title", { title })}
        placeholder={t("resource_list_placeholder")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div
        aria-busy={list.isFetching}
        className="max-h-[min(24rem,50dvh)] overflow-y-auto rounded-control border border-line"
      >
        {list.error ? (
          <Notice
            tone="danger"
            title={t("resource_list_title")}
            className="rounded-control border-0"
            action={
              <Button size="sm" onClick={() => void list.refetch()}>
                {common("try_again")}
              </Button>
            }
          >
            {t("resource_list_message_you_can_also", { message: list.error.message })}
          </Notice>
        ) : list.items === null ? (
          <SkeletonRows label={t("resource_list_loading_title", { title })} rows={4} />
        ) : list.items.length === 0 ? (
          <p className="px-4 py-8 text-center text-muted">
            {search.trim() === ""
              ? t("resource_list_account_holds_none")
              : t("resource_list_none_matches_try_another")}
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {list.items.map((item) => (
              <li key={item.id}>
                <ResourceLine item={item} isChosen={item.id === chosenId} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {list.unread.length > 0 && (
        <details className="text-sm">
          <summary className="w-fit rounded-tag text-muted hover:text-ink">
            {t("resource_list_count_plural_one_1", { count: list.unread.length })}
          </summary>
          <ul className="grid gap-1 pt-1">
            {list.unread.map(({ id, label, field, message }) => (
              <li key={`${id} ${field} ${message}`} className="[overflow-wrap:anywhere]">
                {`${label ?? id ?? t("resource_list_one_without_id")}: ${message}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {list.hasNextPage && (
        <Button
          className="justify-self-center"
          isPending={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("resource_list_show_more")}
        </Button>
      )}
    </div>
  );
}

interface ResourceLineProps {
  item: ResourceItemDto;
  isChosen: boolean;
  onChoose: (item: ResourceItemDto) => void;
}

function ResourceLine({ item, isChosen, onChoose }: ResourceLineProps) {
  const details = Object.entries(item.details).map(([name, value]) => `${name}: ${value}`);
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => onChoose(item)}
      className="grid min-h-11 w-full min-w-0 content-center px-4 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft"
    >
      <span className="font-medium [overflow-wrap:anywhere]">{item.label}</span>
      {details.length > 0 && <span className="text-muted text-sm">{details.join(" · ")}</span>}
      <span className="truncate font-mono text-subtle text-xs">{item.id}</span>
    </button>
  );
}

/** The items of a resource that match a search, page after page; `items` is null until the first has come. `unread`
 * is what the account holds besides and could not be read. */
function useResourceItems(of: { source: ResourceSource; resource: string; search: string }) {
  const search = useSettled(of.search.trim());
  const query = useInfiniteQuery({
    queryKey: ["resource", of.source.key, of.resource, search],
    queryFn: ({ pageParam, signal }) =>
      of.source.load({ resource: of.resource, search: search || undefined, cursor: pageParam, signal }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? null;
  return {
    ...query,
    items: pages?.flatMap(({ data }) => data) ?? null,
    unread: pages?.flatMap((page) => page.unread) ?? [],
  };
}

function firstPage(): string | undefined {
  return undefined;
}

/** The text once it has rested: a request for each stroke would only cost. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
