import { Download } from "lucide-react";
import { buttonStyles } from "#components/ui/button-styles.ts";

/** The table it stands above, as a file. */
export function CsvLink({ href, what }: { href: string; what: string }) {
  return (
    <a
      href={href}
      download
      aria-label={`Download ${what} as CSV`}
      className={buttonStyles({ variant: "ghost", size: "sm" })}
    >
      <span className="inline-flex items-center gap-1.5 [&_svg]:size-4">
        <Download aria-hidden />
        CSV
      </span>
    </a>
  );
}
