// Writes QPDF's objects as the bytes of an incremental update; for this module's sources only.
#pragma once

#include <map>
#include <string>

#include "signature/incremental_update.hpp"

class QPDFObjectHandle;

namespace motcua::signature {

// A dictionary of the file with some entries set to other text; references stay as they are.
using Entries = std::map<std::string, std::string>;
std::string dictionary_with(QPDFObjectHandle dictionary, const Entries& entries);
// An array with one more element; a new one when `array` is none.
std::string array_with(QPDFObjectHandle array, const std::string& element);

std::string text_string(const std::string& utf8);

ObjectId id_of(const QPDFObjectHandle& object);

// Copies an object of another document, and all it refers to, under new numbers; gives the
// reference to the copy.
std::string copy_into(IncrementalUpdate& update, QPDFObjectHandle object);

}  // namespace motcua::signature
