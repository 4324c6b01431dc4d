import { TextLink } from "#components/ui/text-link.tsx";

/** What a notice says; an address in it is a link that is called by its host, as the whole of it fills a phone. */
export function NoticeBody({ text }: { text: string }) {
  return text.split(/(https:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 && URL.canParse(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their order
      <TextLink key={index} href={part} target="_blank" rel="noreferrer">
        {new URL(part).host}
      </TextLink>
    ) : (
      part
    ),
  );
}
