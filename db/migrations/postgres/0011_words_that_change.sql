-- Nothing: the indexes over the words follow them.
SELECT 1;
