import { Download } from "lucide-react";
import { ui as t } from "#lib/words/en/screens/ui.ts";
import { type ButtonLook, buttonStyles } from "./button-styles.ts";

interface CsvLinkProps extends Pick<ButtonLook, "variant"> {
  href: string;
  /** What the file is, as a whole: "Download all these payouts as CSV". */
  label: string;
}

/** What it stands above, as a file. */
export function CsvLink({ href, label, variant = "ghost" }: CsvLinkProps) {
  return (
    <a
      href={href}
      download
      aria-label={label}
      className={buttonStyles({ variant, size: variant === "ghost" ? "sm" : undefined })}
    >
      <span className="inline-flex items-center gap-1.5 [&_svg]:size-4">
        <Download aria-hidden />
        {t("csv_link_csv")}
      </span>
    </a>
  );
}
