#ifndef MathBridge_h
#define MathBridge_h

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif
