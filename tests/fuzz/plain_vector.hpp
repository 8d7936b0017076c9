// For Clang 14: a std::vector without constexpr, which QPDF's headers need under C++20 (they hold a
// vector of a class inside that class). Included before everything else.
#pragma once

#include <string>

#pragma push_macro("_GLIBCXX20_CONSTEXPR")
#undef _GLIBCXX20_CONSTEXPR
#define _GLIBCXX20_CONSTEXPR
#include <vector>
#pragma pop_macro("_GLIBCXX20_CONSTEXPR")
