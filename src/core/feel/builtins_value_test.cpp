// The built-in functions that make and read single values: conversion, strings, patterns, numbers,
// dates.
#include "feel/builtin_case_test.hpp"

namespace motcua::feel {
namespace {

TEST(BuiltinTables, Conversion) {
  constexpr BuiltinCase cases[] = {
      {"date", "date(\"2017-04-12\")", "date(\"2017-04-12\")", "date(\"2017-02-29\")", "no date"},
      {"date", "date(2017, 4, 12)", "date(\"2017-04-12\")", "date(2017, 13, 1)", "no date"},
      {"date", "date(@\"2017-04-12T10:00:00\")", "date(\"2017-04-12\")", "date(12)",
       other_arguments},
      {"date and time", "date and time(\"2017-04-12T09:10:00\")",
       "date and time(\"2017-04-12T09:10:00\")", "date and time(\"2017-04-12T25:00:00\")",
       "no date and time"},
      {"date and time", "date and time(@\"2017-04-12\", @\"09:10:00\")",
       "date and time(\"2017-04-12T09:10:00\")", "date and time(@\"2017-04-12\", 9)",
       other_arguments},
      {"date and time", "date and time(2017, 4, 12, 9, 10, 0, @\"PT7H\")",
       "date and time(\"2017-04-12T09:10:00+07:00\")", "date and time(2017, 4, 12, 9, 60, 0)",
       "no date and time"},
      {"date and time", "date and time(2017, 4, 12, 9, 10, 0, \"Asia/Ho_Chi_Minh\")",
       "date and time(\"2017-04-12T09:10:00@Asia/Ho_Chi_Minh\")",
       "date and time(2017, 4, 12, 9, 10, 0, \"Asia/Nowhere\")", "no date and time"},
      {"time", "time(\"09:10:00+07:00\")", "time(\"09:10:00+07:00\")", "time(\"9h\")", "no time"},
      {"time", "time(9, 10, 0.5)", "time(\"09:10:00.5\")", "time(24, 0, 0)", "no time"},
      {"time", "time(@\"2017-04-12T09:10:00\")", "time(\"09:10:00\")", "time(9)", other_arguments},
      {"number", "number(\"1 234,5\", \" \", \",\")", "1234.5", "number(\"1 234\")", "no number"},
      {"number", "number(\"1.5\")", "1.5", "number(\"1,5\", \",\", \",\")", "two separators"},
      {"number", "number(12)", "12", "number(true)", other_arguments},
      {"string", "string(1.50)", "\"1.5\"", "string()", "another number of arguments"},
      {"string", "string(@\"2017-04-12\")", "\"2017-04-12\"", "string(1, 2)",
       "another number of arguments"},
      {"duration", "duration(\"P1DT2H\")", "duration(\"P1DT2H\")", "duration(\"1 day\")",
       "no duration"},
      {"duration", "duration(\"P1Y2M\")", "duration(\"P1Y2M\")", "duration(1)", other_arguments},
      {"years and months duration", "years and months duration(@\"2015-01-31\", @\"2016-03-30\")",
       "duration(\"P1Y1M\")", "years and months duration(\"a\", \"b\")", other_arguments},
      {"not", "not(true)", "false", "not(1)", "only a boolean"},
      {"is", "is(@\"10:00:00Z\", @\"10:00:00Z\")", "true", "is(1, 2, 3)",
       "another number of arguments"},
      {"is", "is(@\"10:00:00Z\", @\"11:00:00+01:00\")", "false", nullptr, ""},
      {"range", "range(\"[1..3)\")", "[1..3)", "range(\"1 to 3\")", "no range"},
  };
  hold(conversion_functions(), cases);
}

TEST(BuiltinTables, Strings) {
  constexpr BuiltinCase cases[] = {
      {"substring", "substring(\"Sở Ngoại vụ\", 4, 5)", "\"Ngoại\"", "substring(\"abc\", 0)",
       "no such place"},
      {"substring", "substring(\"abc\", -2)", "\"bc\"", "substring(\"abc\", 1, 0)", "at least 1"},
      {"string length", "string length(\"Sở🐎\")", "3", "string length(12)", other_arguments},
      {"upper case", "upper case(\"đường\")", "\"ĐƯỜNG\"", "upper case(null)", other_arguments},
      {"lower case", "lower case(\"ĐƯỜNG\")", "\"đường\"", "lower case(1)", other_arguments},
      {"substring before", "substring before(\"a-b\", \"-\")", "\"a\"",
       "substring before(\"a\", 1)", other_arguments},
      {"substring after", "substring after(\"a-b\", \"-\")", "\"b\"", "substring after(1, \"a\")",
       other_arguments},
      {"contains", "contains(\"Ngoại vụ\", \"vụ\")", "true", "contains(\"a\", null)",
       other_arguments},
      {"starts with", "starts with(\"abc\", \"ab\")", "true", "starts with(1, \"a\")",
       other_arguments},
      {"ends with", "ends with(\"abc\", \"bc\")", "true", "ends with(\"a\", 1)", other_arguments},
      {"string join", "string join([\"a\", null, \"b\"], \", \")", "\"a, b\"",
       "string join([1, 2])", "only strings"},
      {"string join", "string join([\"a\", \"b\"], \"+\", \"(\", \")\")", "\"(a+b)\"",
       "string join(\"a\", 1)", other_arguments},
  };
  hold(string_functions(), cases);
}

TEST(BuiltinTables, Patterns) {
  constexpr BuiltinCase cases[] = {
      {"matches", "matches(\"Ngoại vụ\", \"^NGOẠI\", \"i\")", "true", "matches(\"a\", \"[\")",
       "pattern or its flags"},
      {"matches", "matches(\"a\", \"b\")", "false", "matches(\"a\", 1)", other_arguments},
      {"replace", "replace(\"2017-04\", \"(\\d+)-(\\d+)\", \"$2/$1\")", "\"04/2017\"",
       "replace(\"a\", \"a\", \"$\")", "wrong “$”"},
      {"replace", "replace(\"aXbx\", \"x\", \"-\", \"i\")", "\"a-b-\"",
       "replace(\"abc\", \"x*\", \"-\")", "matches an empty string"},
      {"split", "split(\"a; b;c\", \";\\s*\")", "[\"a\", \"b\", \"c\"]", "split(\"a\", \"(\")",
       "pattern or its flags"},
  };
  hold(pattern_functions(), cases);
}

TEST(BuiltinTables, Numbers) {
  constexpr BuiltinCase cases[] = {
      {"decimal", "decimal(2.5, 0)", "2", "decimal(1, 7000)", "no such scale"},
      {"floor", "floor(-1.56, 1)", "-1.6", "floor(\"1\")", other_arguments},
      {"floor", "floor(1.9)", "1", nullptr, ""},
      {"ceiling", "ceiling(-1.56, 1)", "-1.5", "ceiling(null)", other_arguments},
      {"ceiling", "ceiling(1.1)", "2", nullptr, ""},
      {"round up", "round up(-1.21, 1)", "-1.3", "round up(\"a\", 1)", other_arguments},
      {"round down", "round down(-1.29, 1)", "-1.2", "round down(1, null)", other_arguments},
      {"round half up", "round half up(-2.5, 0)", "-3", "round half up(1, \"a\")", other_arguments},
      {"round half down", "round half down(-2.5, 0)", "-2", "round half down(null, 0)",
       other_arguments},
      {"abs", "abs(-1.5)", "1.5", "abs(\"-1\")", other_arguments},
      {"abs", "abs(@\"-P1D\")", "duration(\"P1D\")", nullptr, ""},
      {"abs", "abs(@\"-P1Y\")", "duration(\"P1Y\")", nullptr, ""},
      {"modulo", "modulo(-12, 5)", "3", "modulo(1, 0)", "no number"},
      {"sqrt", "sqrt(6.25)", "2.5", "sqrt(-1)", "no number"},
      {"log", "log(1)", "0", "log(0)", "no number"},
      {"exp", "exp(0)", "1", "exp(100000)", "no number"},
      {"odd", "odd(-3)", "true", "odd(\"3\")", other_arguments},
      {"even", "even(2.5)", "false", "even(null)", other_arguments},
  };
  hold(number_functions(), cases);
}

TEST(BuiltinTables, Dates) {
  constexpr BuiltinCase cases[] = {
      {"day of year", "day of year(@\"2024-12-31\")", "366", "day of year(\"2024-12-31\")",
       other_arguments},
      {"day of week", "day of week(@\"2026-11-30T10:00:00\")", "\"Monday\"", "day of week(1)",
       other_arguments},
      {"month of year", "month of year(@\"2026-11-30\")", "\"November\"", "month of year(null)",
       other_arguments},
      {"week of year", "week of year(@\"2005-01-01\")", "53", "week of year(@\"10:00:00\")",
       other_arguments},
      {"now", "now()", "date and time(\"2026-11-30T07:00:00+07:00\")", "now()",
       "the current moment was not given"},
      {"now", "now()", "date and time(\"2026-11-30T07:00:00+07:00\")", "now(1)",
       "another number of arguments"},
      {"today", "today()", "date(\"2026-11-30\")", "today()", "the current moment was not given"},
  };
  hold(date_functions(), cases);
}

}  // namespace
}  // namespace motcua::feel
