// What happened to a paper after it was signed.
//
// Both states are walked from the catalogue on, object by object, whatever numbers and offsets the
// objects have: what a reader is shown hangs there, and so does every trick that swaps, hides or
// overlays it. Allowed is only what further signing needs: new signature fields with their marks,
// the value and mark of a field that waited for its signature, /DSS, /Extensions, /Version, /Perms
// where there was none, and the document's own /Metadata. A filled-in form field counts as changed
// content: a paper of ours has none.
#pragma once

#include <set>
#include <string>

#include "base/failure.hpp"
#include "signature/incremental_update.hpp"

class QPDF;

namespace motcua::signature {

// What differs first, in English; empty when nothing but the allowed does. `signed_fields` are the
// fields whose signatures the caller gives account of: any other is no reason to draw on the paper.
// Malformed when there is too much to compare.
OrFailure<std::string> changed_content(QPDF& signed_state, QPDF& present_state,
                                       const std::set<ObjectId>& signed_fields);

}  // namespace motcua::signature
