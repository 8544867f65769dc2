-- Brothers and sisters: they share a parent, or are written as siblings from either side.
CREATE OR REPLACE FUNCTION people_siblings_of(children bigint[]) RETURNS TABLE (sibling_of bigint, sibling_id bigint)
LANGUAGE sql STABLE AS $$
    SELECT mine.person_id, theirs.person_id
    FROM people_kinship AS mine
    INNER JOIN people_kinship AS theirs
        ON theirs.relative_id = mine.relative_id AND theirs.person_id <> mine.person_id
    WHERE mine.person_id = ANY(children)
        AND mine.kind IN ('mother', 'father', 'parent') AND theirs.kind IN ('mother', 'father', 'parent')
    UNION
    SELECT person_id, relative_id FROM people_kinship WHERE person_id = ANY(children) AND kind = 'sibling'
    UNION
    SELECT relative_id, person_id FROM people_kinship WHERE relative_id = ANY(children) AND kind = 'sibling'
$$;
