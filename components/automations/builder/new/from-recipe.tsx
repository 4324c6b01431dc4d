import { BookOpenCheck } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";

/** The short way: something that others have set up before. */
export function FromRecipe() {
  return (
    <Card
      title="Start with a recipe"
      description="Ready-made automations by trade: choose your channel, list or sheet, look at the preview, switch it on."
    >
      <ButtonLink variant="primary" href="/recipes" icon={<BookOpenCheck aria-hidden />}>
        Choose a recipe
      </ButtonLink>
    </Card>
  );
}
