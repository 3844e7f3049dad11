#ifndef JSONBridge_h
#define JSONBridge_h

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif
