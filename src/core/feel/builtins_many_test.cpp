// The built-in functions over many values: lists, aggregates, ranges, contexts.
#include "feel/builtin_case_test.hpp"

namespace motcua::feel {
namespace {

TEST(BuiltinTables, Lists) {
  constexpr BuiltinCase cases[] = {
      {"list contains", "list contains([1, null], null)", "true", "list contains(null, 1)",
       other_arguments},
      {"count", "count([1, 2])", "2", "count(null)", other_arguments},
      {"sublist", "sublist([1, 2, 3], 2)", "[2, 3]", "sublist([1, 2], 3)", "no such place"},
      {"sublist", "sublist([1, 2, 3], -2, 1)", "[2]", "sublist([1, 2], 1, 3)", "no such place"},
      {"append", "append([1], 2, 3)", "[1, 2, 3]", "append(null, 1)", other_arguments},
      {"concatenate", "concatenate([1], [2, 3])", "[1, 2, 3]", "concatenate([1], null)",
       other_arguments},
      {"insert before", "insert before([1, 3], 2, 2)", "[1, 2, 3]", "insert before([1], 2, 5)",
       "no such place"},
      {"remove", "remove([1, 2, 3], 2)", "[1, 3]", "remove([1], 0)", "no such place"},
      {"list replace", "list replace([1, 2], 2, 5)", "[1, 5]", "list replace([1], 2, 5)",
       "no such place"},
      {"list replace", "list replace([1, 2], function(item, new) item < new, 2)", "[2, 2]",
       "list replace([1], function(item, new) 1, 2)", "true or false"},
      {"reverse", "reverse([1, 2])", "[2, 1]", "reverse(null)", other_arguments},
      {"index of", "index of([1, 2, 1], 1)", "[1, 3]", "index of(null, 1)", other_arguments},
      {"union", "union([1, 2], [2, 3])", "[1, 2, 3]", "union([1], null)", other_arguments},
      {"distinct values", "distinct values([1, 2, 1])", "[1, 2]", "distinct values(null)",
       other_arguments},
      {"flatten", "flatten([1, [2, [3]]])", "[1, 2, 3]", "flatten(null)", other_arguments},
      {"sort", "sort([3, 1, 2], function(a, b) a > b)", "[3, 2, 1]", "sort([1, \"a\"])",
       "cannot be ordered"},
      {"sort", "sort([\"b\", \"a\"])", "[\"a\", \"b\"]", "sort([2, 1], function(a, b) a)",
       "cannot be ordered"},
  };
  hold(list_functions(), cases);
}

TEST(BuiltinTables, Aggregates) {
  constexpr BuiltinCase cases[] = {
      {"min", "min([3, 1, 2])", "1", "min(1, \"a\")", "cannot be ordered"},
      {"min", "min(\"b\", \"a\")", "\"a\"", "min([{}])", "cannot be ordered"},
      {"max", "max([@\"2017-01-01\", @\"2018-01-01\"])", "date(\"2018-01-01\")", "max([1, null])",
       "cannot be ordered"},
      {"max", "max([])", "null", nullptr, ""},
      {"sum", "sum(0.1, 0.2)", "0.3", "sum([1, \"a\"])", "only numbers"},
      {"sum", "sum([@\"P1D\", @\"PT12H\"])", "duration(\"P1DT12H\")", "sum([\"a\"])",
       "only numbers"},
      {"product", "product([2, 3, 4])", "24", "product(2, null)", "only numbers"},
      {"product", "product([])", "null", "product([1e4000, 1e4000])", "out of range"},
      {"mean", "mean([1, 2])", "1.5", "mean(1, \"2\")", "only numbers"},
      {"median", "median(8, 2, 5, 3)", "4", "median([1, true])", "only numbers"},
      {"stddev", "stddev(2, 4, 4, 6) = sqrt(8 / 3)", "true", "stddev([1])", "only numbers"},
      {"mode", "mode([6, 3, 9, 6, 3])", "[3, 6]", "mode(\"a\")", "only numbers"},
      {"all", "all([true, false])", "false", "all(true, 1)", "only booleans"},
      {"all", "all([])", "true", nullptr, ""},
      {"any", "any(false, true)", "true", "any([\"a\"])", "only booleans"},
      {"any", "any([false, null])", "null", nullptr, ""},
  };
  hold(aggregate_functions(), cases);
}

TEST(BuiltinTables, Ranges) {
  constexpr const char* unordered = "cannot be ordered";
  constexpr BuiltinCase cases[] = {
      {"before", "before(1, [2..3])", "true", "before(1, \"a\")", unordered},
      {"before", "before([1..2), [2..3])", "true", "before(null, 1)", unordered},
      {"after", "after([4..5], 3)", "true", "after([1..2], [\"a\"..\"b\"])", unordered},
      {"meets", "meets([1..2], [2..3])", "true", "meets(1, [1..2])", other_arguments},
      {"met by", "met by([2..3], [1..2])", "true", "met by([1..2], 1)", other_arguments},
      {"overlaps", "overlaps([1..3], (2..5])", "true", "overlaps([1..2], null)", other_arguments},
      {"overlaps before", "overlaps before([1..3], [2..5])", "true",
       "overlaps before([1..2], [\"a\"..\"b\"])", unordered},
      {"overlaps after", "overlaps after([2..5], [1..3])", "true", "overlaps after(1, 2)",
       other_arguments},
      {"finishes", "finishes(5, [1..5])", "true", "finishes(\"a\", [1..5])", unordered},
      {"finishes", "finishes([3..5], [1..5])", "true", nullptr, ""},
      {"finished by", "finished by([1..5], 5)", "true", "finished by(5, [1..5])", other_arguments},
      {"includes", "includes([1..5], [2..3])", "true", "includes([1..5], \"a\")", unordered},
      {"includes", "includes([1..5), 5)", "false", nullptr, ""},
      {"during", "during(2, [1..5])", "true", "during([1..5], 2)", other_arguments},
      {"starts", "starts(1, [1..5])", "true", "starts(@\"P1D\", [1..5])", unordered},
      {"started by", "started by([1..5], [1..3])", "true", "started by(1, [1..5])",
       other_arguments},
      {"coincides", "coincides([1..5], [1..5])", "true", "coincides(1, \"a\")", unordered},
      {"coincides", "coincides([1..5], [1..5))", "false", nullptr, ""},
  };
  hold(range_functions(), cases);
}

TEST(BuiltinTables, Contexts) {
  constexpr BuiltinCase cases[] = {
      {"get value", "get value({a: 1}, \"a\")", "1", "get value(1, \"a\")", other_arguments},
      {"get value", "get value({a: {b: 2}}, [\"a\", \"b\"])", "2", "get value({a: 1}, 1)",
       "keys are strings"},
      {"get value", "get value({a: 1}, \"b\")", "null", nullptr, ""},
      {"get entries", "get entries({a: 1})", "[{key: \"a\", value: 1}]", "get entries(\"a\")",
       other_arguments},
      {"context", "context([{key: \"a\", value: 1}])", "{a: 1}", "context([{key: \"a\"}])",
       "a key of their own and a value"},
      {"context put", "context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}",
       "context put(null, \"b\", 2)", other_arguments},
      {"context put", "context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}",
       "context put({a: 1}, [\"a\", \"b\"], 2)", "no such key"},
      {"context merge", "context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}",
       "context merge([{a: 1}, 2])", "only contexts"},
  };
  hold(context_functions(), cases);
}

}  // namespace
}  // namespace motcua::feel
