CREATE TABLE "frequent_words" (
	"day" date NOT NULL,
	"merchant_id" text NOT NULL,
	"word" text NOT NULL,
	"events" bit varying NOT NULL,
	CONSTRAINT "frequent_words_day_merchant_id_word_pk" PRIMARY KEY("day","merchant_id","word")
);
--> statement-breakpoint
-- Whoever writes to a day that is past makes what is known of its frequent words wrong.
CREATE FUNCTION patchbay_forget_frequent_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM frequent_words WHERE day = (NEW.accepted_at AT TIME ZONE 'UTC')::date AND merchant_id = NEW.merchant_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Finds the frequent words of a day that is past, for each merchant with more events than a list looks through one by one:
-- those that one in fifty events has, and which events have a word that begins so, or the whole word as an id. What is
-- shorter than that is read in no time, and what is longer than 59 letters is asked in another way (lib/search/word-query).
CREATE FUNCTION patchbay_map_words(day date) RETURNS boolean LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
  part text := 'events_' || to_char(day, 'YYYYMMDD');
  large record;
BEGIN
  IF to_regclass(quote_ident(part)) IS NULL OR EXISTS (
    SELECT FROM pg_trigger WHERE tgrelid = quote_ident(part)::regclass AND tgname = 'forget_frequent_words'
  ) THEN RETURN false; END IF;
  -- Whoever writes waits from here on. A row of a partitioned table sets off no trigger of a statement, so it is one of rows.
  EXECUTE format('CREATE TRIGGER forget_frequent_words AFTER INSERT
    OR UPDATE OF merchant_id, type, origin, search_text, destination_ids ON %I
    FOR EACH ROW EXECUTE FUNCTION patchbay_forget_frequent_words()', part);
  FOR large IN EXECUTE format('SELECT merchant_id, count(*)::int AS total FROM %I GROUP BY 1 HAVING count(*) >= 2000', part) LOOP
    EXECUTE format($sql$
      INSERT INTO frequent_words (day, merchant_id, word, events)
      WITH said AS MATERIALIZED (
        SELECT at, substr(lexeme, length(right($2, 12)) + 2) AS word
        FROM (SELECT row_number() OVER ()::int - 1 AS at,
            patchbay_search_words(merchant_id, search_text, destination_ids || type || origin) AS words
          FROM %I WHERE merchant_id = $2) numbered
        CROSS JOIN LATERAL unnest(tsvector_to_array(words)) AS lexeme
      ), words AS MATERIALIZED (
        SELECT word, left(word, 1) IN ('=', '>') AS is_whole, count(*) AS times FROM said GROUP BY word
      ), frequent AS MATERIALIZED (
        SELECT word, row_number() OVER ()::int AS number FROM words WHERE times * 50 >= $3 AND length(word) < 60
      ), forms AS (
        SELECT word, word AS form FROM words WHERE is_whole
        UNION ALL SELECT word, btrim(word, '=') FROM words WHERE left(word, 1) = '='
        UNION ALL SELECT word, left(word, length)
          FROM words CROSS JOIN LATERAL generate_series(1, least(length(word), 59)) AS length WHERE NOT is_whole
      ), found AS (
        SELECT number, at / 32 AS piece, bit_or(1 << (at %% 32)) AS bits
        FROM frequent JOIN forms ON form = frequent.word JOIN said ON said.word = forms.word GROUP BY 1, 2
      ), maps AS (
        SELECT number, string_agg(int4send(coalesce(bits, 0)), '' ORDER BY piece) AS map
        FROM frequent CROSS JOIN generate_series(0, ($3 - 1) / 32) AS piece LEFT JOIN found USING (number, piece) GROUP BY 1
      )
      SELECT $1, $2, word, ('x' || encode(map, 'hex'))::bit varying FROM frequent JOIN maps USING (number)
    $sql$, part) USING day, large.merchant_id, large.total;
  END LOOP;
  RETURN true;
END $$;
