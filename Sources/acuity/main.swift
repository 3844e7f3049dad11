print("acuity")
