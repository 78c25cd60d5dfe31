"""Deduplicates a table of invented people with Splink and DuckDB, as its documentation advises for such columns.

usage: splink_reference.py PEOPLE.csv PAIRS.csv; prints the seconds and the peak memory in kB.
"""
import logging
import resource
import sys
import time

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

people, pairs = sys.argv[1:]
start = time.monotonic()
connection = duckdb.connect()
connection.execute(f"CREATE TABLE people AS SELECT * FROM read_csv('{people}', all_varchar = true, nullstr = '')")
connection.execute("ALTER TABLE people ALTER unique_id TYPE BIGINT")
connection.execute("ALTER TABLE people ALTER birth_year TYPE INTEGER")
api = DuckDBAPI(connection)

birth = cl.CustomComparison(
    output_column_name="birth",
    comparison_levels=[
        cll.NullLevel("birth_year"),
        cll.ExactMatchLevel("birth_day"),
        cll.CustomLevel("levenshtein(birth_day_l, birth_day_r) <= 1", "a slip of the day"),
        cll.ExactMatchLevel("birth_year", term_frequency_adjustments=True),
        cll.CustomLevel("abs(birth_year_l - birth_year_r) = 1", "the next year"),
        cll.ElseLevel(),
    ],
)
settings = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[
        cl.ForenameSurnameComparison("given", "family", forename_surname_concat_col_name="name_key"),
        cl.JaroWinklerAtThresholds("middle", [0.92]).configure(term_frequency_adjustments=True),
        birth,
        cl.ExactMatch("commune").configure(term_frequency_adjustments=True),
        cl.ExactMatch("country").configure(term_frequency_adjustments=True),
        cl.EmailComparison("email"),
        cl.ExactMatch("telephone"),
        cl.ExactMatch("document"),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("document"),
        block_on("email"),
        block_on("telephone"),
        block_on("given", "family", "birth_year"),
        "l.given = r.family and l.family = r.given and l.birth_year = r.birth_year",
        block_on("given", "middle", "birth_year"),
        block_on("given", "commune"),
        block_on("commune", "birth_year"),
        block_on("birth_day"),
        block_on("name_key"),
    ],
)
linker = Linker(api.register("people"), settings, log_level=logging.ERROR)
linker.training.estimate_probability_two_random_records_match(
    [block_on("document"), block_on("email"), block_on("telephone"), block_on("name_key", "birth_year")], recall=0.6
)
linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
for rule in [block_on("commune", "birth_year"), block_on("name_key", "birth_year"), block_on("birth_day")]:
    linker.training.estimate_parameters_using_expectation_maximisation(rule)
predictions = linker.inference.predict(threshold_match_probability=0.05)
linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=0.9)
seconds = time.monotonic() - start
predictions.query_sql(
    "SELECT unique_id_l, unique_id_r, match_probability FROM {this}"
).to_csv(pairs, overwrite=True)
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
